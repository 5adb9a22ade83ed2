<?php
// The same through v1: sends a picture as JSON, asks until it is read, prints what it says. No extension is needed.
//   OCR_WEB_SERVER=http://127.0.0.1:8080 OCR_WEB_TOKEN=… php read-picture-v1.php passport.jpg
declare(strict_types=1);

function call(string $method, string $path, string $body = ''): array
{
    $headers = ['Authorization: Token ' . getenv('OCR_WEB_TOKEN'), 'Content-Type: application/json', 'Prefer: wait=20', 'Connection: close'];
    $http = ['method' => $method, 'header' => $headers, 'content' => $body, 'timeout' => 60];
    $answer = file_get_contents(getenv('OCR_WEB_SERVER') . $path, false, stream_context_create(['http' => $http]));
    if ($answer === false) {
        throw new RuntimeException('The service refused, or could not be reached.');
    }
    return json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
}

$picture = 'data:;base64,' . base64_encode(file_get_contents($argv[1]));
$scan = call('POST', '/api/v1/tools/ocr/picture/', json_encode(['picture_file' => $picture]));
while (in_array($scan['status'], ['NEW', 'PRO'], true)) {
    $scan = call('GET', "/api/v1/tools/ocr/data/{$scan['id']}/");
}

if ($scan['status'] === 'ERR') {
    fwrite(STDERR, "The picture could not be processed.\n");
    exit(1);
}
echo "{$scan['type_doc']} {$scan['country']} {$scan['number']} {$scan['surname']} {$scan['names']}, score {$scan['valid_score']}\n";
