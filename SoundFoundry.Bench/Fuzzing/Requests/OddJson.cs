namespace SoundFoundry.Bench.Fuzzing.Requests;

/// <summary>What strangers put into JSON, as it is sent; some of it is none.</summary>
internal static class OddJson
{
    private const int Deep = 5_000;
    private const int Deepest = 40_000;

    /// <summary>What breaks most programs, tried as often as all the rest.</summary>
    public static readonly string[] Usual =
    [
        "null", "\"\"", "\"a\\u0000b@x.test\"", "\"\\ud800\"", "-1", "9223372036854775807", "9223372036854775808", "1e999", "[]", "{}", "[null]", "\"30\"",
        "\"x@\\ud83c.test\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"https://[::1]/\"", "\"https://\\u0000/\"",
    ];

    public static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "-0.0", "-1", "1.5", "1e999", "-1e999", "1e-999", "1E2", "9223372036854775807", "9223372036854775808",
        "-9223372036854775809", "18446744073709551616", "4294967296", "2147483648", "179769313486231580793e289", "0.1000000000000000055511151231257827",
        $"1{new string('0', 400)}", "NaN", "Infinity", "-Infinity", "01", "+1", "0x10", ".5", "1.", "1e", "--1", "\"30\"", "\"\"", "\" \"", "\"\\u0000\"",
        "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"x\\ud83c\"", "\"\\ud83c\\udfb9\"", "\"🎹\"", "\"\\u202eevil\\u2066\"", "\"\\ufeff\"",
        "\"\\uffff\\ufffe\"", "\"مرحبا\"", "\"e\\u0301\\u0301\\u0301\"", "\"\\r\\nSet-Cookie: a=b\"", "\"\\u001b[31mred\\u0007\"", "\"\\u2028\\u2029\"",
        "\"<script>alert(1)</script>\"", "\"'; DROP TABLE tracks; --\"", "\"../../../etc/passwd\"", "\"${jndi:ldap://x}\"", "\"{{7*7}}\"", "\"%s%n%x\"",
        "\"http://169.254.169.254/\"", "\"https://127.0.0.1:1/\"", "\"a@b\"", "\"a@example.org\"", "\"2026-13-45T99:99:99Z\"", "\"0001-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59.9999999Z\"", "\"2026-01-01T00:00:00+14:30\"", "\"2026-01-01T00:00:00Z\"", "\"00000000-0000-0000-0000-000000000000\"",
        "\"studio\"", "\"fal\"", "\"\\x41\"", "\"\\u12\"", "\"raw\nline\"", "\"raw\u0001control\"", "\"unended", "'single'", "unquoted", "[]", "[null]",
        "[[]]", "{}", "[{}]", "{\"\":null}", "{\"$ref\":\"#\"}", "{\"$type\":\"System.Object\"}", "{\"__proto__\":{\"admin\":true}}", "[\"a\",1,null,{}]",
        "[1,]", "{\"a\":1,}", "{\"a\"}", "/*x*/1", "1//x", "", "\u00a0", Text(201), Text(2_001), Text(20_001), Text(200_000),
        Many("[", 64) + Many("]", 64), Many("[", Deep) + Many("]", Deep), Many("[", Deepest), Many("{\"a\":", Deep) + "1" + Many("}", Deep),
        $"[{Many("0,", 20_000)}0]", $"[{Many("\"x\",", 2_000)}\"x\"]", $"{{{Many("\"k\":1,", 3_000)}\"k\":1}}",
    ];

    /// <summary>Members that a client must not be able to set, each with a value that would hurt.</summary>
    public static readonly string[] Members =
    [
        "\"id\":1", "\"user_id\":2", "\"UserId\":2", "\"job_id\":1", "\"track_id\":1", "\"status\":\"COMPLETE\"", "\"credits\":1000000", "\"cost_credits\":0",
        "\"credits_held\":0", "\"charged\":false", "\"created_at\":\"2000-01-01T00:00:00Z\"", "\"deleted_at\":null", "\"role\":\"operator\"",
        "\"roles\":[\"operator\"]", "\"is_operator\":true", "\"scopes\":[\"admin\"]", "\"file_url\":\"http://x/\"", "\"artifact\":{\"key\":\"users/2/x\"}",
        "\"prompt\":\"twice\"", "\"PROMPT\":\"shouted\"", "\"name\":\"x\"", "\"\\u0000\":1", "\"\":\"\"", "\"a.b[0]\":1", "\"__proto__\":{}", "\"email_confirmed\":true",
    ];

    /// <summary>Instead of the whole body.</summary>
    public static readonly string[] Bodies =
    [
        "", " ", "null", "true", "0", "\"text\"", "[]", "{}", "{", "}", "{]", "[[{}]]", "{}{}", "{} x", "{\"a\":1}\n{\"a\":2}", "\ufeff{}", "<xml/>", "a=b&c=d",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n", "\0", "{\"a\":\u0000}", Many("[", Deepest), Many("{\"a\":", Deepest), Text(250_000),
        Text(262_200), Text(600_000), new(' ', 100_000),
    ];

    private static string Text(int length) => $"\"{new string('x', length)}\"";

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
