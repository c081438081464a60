namespace SoundFoundry.Bench.Fuzzing.Requests;

/// <summary>What strangers put into addresses and headers.</summary>
internal static class OddTexts
{
    /// <summary>For a part of a path or a query, as it is sent.</summary>
    public static readonly string[] Address =
    [
        "", "0", "-1", "+1", "1.5", "1e3", "007", "abc", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
        "340282366920938463463374607431768211456", "true", "null", "undefined", "[]", "{}", "*", ".", "..", "%2e%2e", "..%2f..%2fetc%2fpasswd",
        "%252e%252e%252f", "%2f", "%5c..%5c", "a%2fb", "%00", "1%00", "%ff%fe", "%c0%af", "%ed%a0%80", "%zz", "%", "%u0041", "1%0d%0aX-Evil:%20yes",
        "%f0%9f%8e%b9", "%e2%80%ae1", "%d9%85", "%20", "1%20", "%09", "1;a=b", "1'--", "1%20OR%201=1", "%3Cscript%3E", "${jndi:ldap://x}", "{{7*7}}",
        "00000000-0000-0000-0000-000000000000", "00000000000000000000000000000000", "2026-13-45T99:99:99Z", "dDE=", "dC0x", "////", "QUEUED", "queued",
        "QUEUED,FAILED", "%25", "%5f%25", "~", "٣", "1?limit=1", "1#x",
    ];

    /// <summary>For the value of a header, as it is sent.</summary>
    public static readonly string[] Header =
    [
        "", " ", "0", "-1", "9223372036854775808", "abc", "é", "🎹", "\u202eevil", "a\tb", "\"", "'", ",,,", ";;;", "=", "*", "null", "%00", "../..",
        "1'--", "<script>", "${jndi:ldap://x}", "bytes=9223372036854775808-", "bytes=-1", "bytes=0-0,1-1,2-2,0-", "W/\"x\"", "Thu, 99 Foo 2026 99:99:99 GMT",
        "text/html", "text/html;q=0.9,*/*;q=nan", "application/xml", "gzip;q=1.0, *;q=0", "00-00000000000000000000000000000000-0000000000000000-00",
        "00-ffffffffffffffffffffffffffffffff-ffffffffffffffff-ff", "websocket", "Bearer", "Bearer sf_0", "Basic Og==", "Digest x", "a=b; a=c; =; ;;",
        "http://evil.example", "127.0.0.1, ::1, unknown", "for=\"[::1]:99999\";proto=gopher", "DELETE", "chunked-ish",
    ];

    /// <summary>Headers that services listen to, asked for or not.</summary>
    public static readonly string[] HeaderNames =
    [
        "Accept", "Accept-Encoding", "Accept-Language", "Accept-Charset", "Authorization", "Cookie", "Range", "If-Range", "If-Match", "If-None-Match",
        "If-Modified-Since", "Content-Encoding", "Content-Language", "Origin", "Referer", "Sec-Fetch-Site", "Upgrade", "User-Agent", "traceparent",
        "tracestate", "baggage", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Prefix", "Forwarded", "X-Original-URL",
        "X-HTTP-Method-Override", "X-Requested-With", "Idempotency-Key", "Last-Event-ID", "Access-Control-Request-Method",
        "Access-Control-Request-Headers", "Cache-Control", "TE", "Via", "webhook-id", "webhook-signature", "X-Fal-Webhook-Signature",
    ];

    /// <summary>Null is none at all.</summary>
    public static readonly string?[] ContentTypes =
    [
        null, "", "text/plain", "application/xml", "text/json", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x",
        "application/json; charset=utf-16", "application/json; charset=banana", "application/json; charset=\"", "application/json; charset=utf-7",
        "application/json; charset=iso-8859-1", "application/json;;;;", "application/json, application/json", "APPLICATION/JSON", "application/vnd.x+json",
        "application/merge-patch+json", "application/problem+json", "application/*", "*/*", "json", "application/json; charset=utf-8; charset=utf-16",
        "application/octet-stream", "application/javascript",
    ];

    public static readonly string[] Methods =
        ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "PURGE", "QUERY", "get", "Post", "FOO", "A-B_c"];
}
