/** Where the database tells of finished scans; the payload is the scan's id. */
export const finishedChannel = 'scan_finished';
