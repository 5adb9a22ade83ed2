/** The `pg_notify` channel that says that there is something to deliver. */
export const deliveriesChannel = 'webhook_deliveries';
