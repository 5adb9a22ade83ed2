<?php
// Receives webhooks, checks that they are genuine and fresh (Standard Webhooks), prints what happened.
//   WEBHOOK_SECRET=whsec_… php -S 127.0.0.1:8900 receive-webhooks.php
declare(strict_types=1);

const TOLERANCE_SECONDS = 300;

/** $body: as it came; what a JSON parser makes of it has another signature. */
function isGenuine(string $secret, string $id, string $timestamp, string $signatures, string $body): bool
{
    if (!ctype_digit($timestamp) || abs(time() - (int) $timestamp) > TOLERANCE_SECONDS) {
        return false;
    }
    $key = base64_decode(preg_replace('/^whsec_/', '', $secret), true);
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    $genuine = false;
    foreach (explode(' ', $signatures) as $signature) {
        $genuine = hash_equals($expected, $signature) || $genuine;
    }
    return $genuine;
}

$body = file_get_contents('php://input');
$header = fn(string $name): string => $_SERVER['HTTP_' . strtoupper(strtr($name, '-', '_'))] ?? '';
if (!isGenuine(getenv('WEBHOOK_SECRET'), $header('webhook-id'), $header('webhook-timestamp'), $header('webhook-signature'), $body)) {
    http_response_code(400);
    exit();
}
$event = json_decode($body, true, flags: JSON_THROW_ON_ERROR);
file_put_contents('php://stdout', "{$event['type']} {$event['data']['id']}\n");
http_response_code(204);
