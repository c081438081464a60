using Amazon.Runtime;
using Amazon.S3;

namespace SoundFoundry.Core.Storage;

internal static class S3Clients
{
    /// <summary>A client that asks nothing of the server but plain S3: no bucket in the host name, no checksum trailers.</summary>
    public static AmazonS3Client Create(S3Options options, string endpoint) =>
        new(new BasicAWSCredentials(options.AccessKey, options.SecretKey), Configure(options, endpoint));

    public static AmazonS3Client CreateAnonymous(S3Options options) =>
        new(new AnonymousAWSCredentials(), Configure(options, options.Endpoint!));

    private static AmazonS3Config Configure(S3Options options, string endpoint) => new()
    {
        ServiceURL = endpoint,
        ForcePathStyle = true,
        AuthenticationRegion = options.Region,
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        ConnectTimeout = TimeSpan.FromSeconds(5),

        // Of one request, which carries 64 MB at most; without it a server that stays mute is waited for for days.
        Timeout = TimeSpan.FromSeconds(60),
    };
}
