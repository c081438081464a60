using System.Text;

namespace SoundFoundry.Bench.Fuzzing.Requests;

/// <summary>A request while it is being spoilt.</summary>
internal sealed class RequestDraft(string method, Encoding encoding)
{
    private readonly StringBuilder _headers = new();

    public string Method { get; set; } = method;

    public string Target { get; set; } = "/";

    public string Version { get; set; } = "HTTP/1.1";

    public byte[]? Body { get; set; }

    public string? ContentType { get; set; }

    /// <summary>What is claimed; null for the truth.</summary>
    public string? ContentLength { get; set; }

    public bool IsItsPath { get; set; } = true;

    public bool IsHttp { get; set; } = true;

    /// <summary>Whether it ends before the length that it tells.</summary>
    public bool IsCut { get; set; }

    public void Header(string name, string value) => _headers.Append(name).Append(": ").Append(value).Append("\r\n");

    public byte[] ToBytes(Uri address)
    {
        // None of these can stand in a request line, nor a letter beyond ASCII in most headers.
        if (Target.Any(sign => sign is ' ' or '#' or > '~' or < ' ') || Target.Contains("%00", StringComparison.Ordinal)) IsHttp = false;
        if (_headers.ToString().Any(sign => sign is > '~' or (< ' ' and not '\r' and not '\n' and not '\t'))) IsHttp = false;
        var head = new StringBuilder($"{Method} {Target} {Version}\r\nHost: {address.Authority}\r\nConnection: close\r\n").Append(_headers);
        if (ContentType is not null) head.Append("Content-Type: ").Append(ContentType).Append("\r\n");
        var length = ContentLength ?? Body?.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ?? (Method is "POST" or "PUT" or "PATCH" ? "0" : null);
        if (length is not null) head.Append("Content-Length: ").Append(length).Append("\r\n");
        return [.. encoding.GetBytes(head.Append("\r\n").ToString()), .. Body ?? []];
    }
}
