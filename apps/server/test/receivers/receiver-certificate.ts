/**
 * A certificate for the host `receiver.test`, signed by itself, and its key. They open nothing: the
 * name is reserved for tests (RFC 6761). Made with `openssl req -x509 -newkey ec -pkeyopt
 * ec_paramgen_curve:P-256 -nodes -days 36500 -subj /CN=receiver.test -addext
 * subjectAltName=DNS:receiver.test`.
 */
export const receiverCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgl6qYo+UQrfCt50PG
0ThJgezWsu2vOwZPHOiXxgtAQYWhRANCAATMMfPOfK3kUtu6tC4xi4JHJ0awCcZQ
QVKQfxJT3xbr+g/R+sH25GG+pwhYisLEiXNDHRBNDThnboZoudnSdgn2
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBoTCCAUegAwIBAgIUfD6VKzICiDNlB9kKyK3nsrL2aNYwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNcmVjZWl2ZXIudGVzdDAgFw0yNjExMjMyMjM0NDZaGA8yMTI2
MTAzMDIyMzQ0NlowGDEWMBQGA1UEAwwNcmVjZWl2ZXIudGVzdDBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABMwx8858reRS27q0LjGLgkcnRrAJxlBBUpB/ElPfFuv6
D9H6wfbkYb6nCFiKwsSJc0MdEE0NOGduhmi52dJ2CfajbTBrMB0GA1UdDgQWBBQJ
4RiRa4krAyycYD5mdSLz7C4h4TAfBgNVHSMEGDAWgBQJ4RiRa4krAyycYD5mdSLz
7C4h4TAYBgNVHREEETAPgg1yZWNlaXZlci50ZXN0MA8GA1UdEwEB/wQFMAMBAf8w
CgYIKoZIzj0EAwIDSAAwRQIgVvNeXlO4uSAo1BH9EuWorYZ3mdHS9sXd3sSQWC/R
/dkCIQDav17XsmapLlHITqHdK/DsUf8JNBRj9Op1MHUoj1fJmg==
-----END CERTIFICATE-----
`,
};
