using System.ComponentModel;

namespace SoundFoundry.Core.Storage;

/// <summary>An S3 server; all of it may also come as <c>ConnectionStrings:minio</c>.</summary>
public sealed class S3Options
{
    [Description("Address of the S3 server, such as http://localhost:9000. Audio is kept there instead of in Storage:Path.")]
    public string? Endpoint { get; set; }

    [Description("Address under which browsers reach the S3 server. Without it our own service passes the bytes on.")]
    public string? PublicEndpoint { get; set; }

    [Description("Access key of the S3 server.")]
    public string? AccessKey { get; set; }

    [Description("Secret key of the S3 server.")]
    public string? SecretKey { get; set; }

    [Description("Bucket that keeps the audio; made if it is missing.")]
    public string Bucket { get; set; } = "soundfoundry";

    [Description("Region that requests are signed for.")]
    public string Region { get; set; } = "us-east-1";
}
