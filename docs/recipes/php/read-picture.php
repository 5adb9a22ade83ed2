<?php
// Sends a picture, waits until it is read, prints what it says. No extension is needed.
//   OCR_WEB_SERVER=http://127.0.0.1:8080 OCR_WEB_TOKEN=… php read-picture.php passport.jpg
declare(strict_types=1);

const RETRIES = 3;

/** Sends a request until it is answered; a create may be sent twice because it carries a key. */
function call(string $method, string $path, array $headers = [], string $body = ''): array
{
    $headers = ['Authorization: Bearer ' . getenv('OCR_WEB_TOKEN'), 'Prefer: wait=20', 'Connection: close', ...$headers];
    $http = ['method' => $method, 'header' => $headers, 'content' => $body, 'timeout' => 60, 'ignore_errors' => true];
    for ($attempt = 0; ; $attempt++) {
        $answer = @file_get_contents(getenv('OCR_WEB_SERVER') . $path, false, stream_context_create(['http' => $http]));
        $answered = $answer === false ? [] : $http_response_header;
        $status = (int) (explode(' ', $answered[0] ?? '')[1] ?? 0);
        if ($status >= 200 && $status < 300) {
            return json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
        }
        if ($attempt === RETRIES || !in_array($status, [0, 429, 502, 503, 504], true)) {
            throw new RuntimeException($status === 0 ? 'The service could not be reached.' : "$status: $answer");
        }
        $asked = preg_match('/^retry-after: *(\d+)$/mi', implode("\n", $answered), $found) ? (int) $found[1] : 0;
        usleep((int) (1_000_000 * max(0.5 * 2 ** $attempt, $asked)));
    }
}

$headers = ['Content-Type: application/octet-stream', 'Idempotency-Key: ' . bin2hex(random_bytes(16))];
$scan = call('POST', '/api/v2/scans', $headers, file_get_contents($argv[1]));
while (in_array($scan['status'], ['queued', 'processing'], true)) {
    $scan = call('GET', "/api/v2/scans/{$scan['id']}");
}

if ($scan['status'] === 'failed') {
    fwrite(STDERR, $scan['error']['message'] . "\n");
    exit(1);
}
foreach ($scan['result']['documents'] as $document) {
    ['type' => $type, 'issuer' => $issuer, 'main_number' => $number, 'names' => $names, 'score' => $score] = $document;
    echo "$type {$issuer['code']} $number {$names['surname']} {$names['given']}, score $score\n";
}
foreach ($scan['result']['hints'] as $hint) {
    fwrite(STDERR, $hint['message'] . "\n");
}
