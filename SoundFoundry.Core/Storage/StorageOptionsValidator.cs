using Microsoft.Extensions.Options;

namespace SoundFoundry.Core.Storage;

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    private const int MinKeyLength = 32;
    private const int MinDistinctCharacters = 10;
    private static readonly TimeSpan MostKept = TimeSpan.FromDays(3_650);

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        string[] faults =
        [
            .. SigningKeyFaults(options.SigningKey), .. KeepingFaults(options.KeepDeleted),
            .. LinkFaults(options.LinkLifetime), .. options.UsesS3 ? S3Faults(options.S3) : PathFaults(options.Path),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> PathFaults(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
            yield return "Storage:Path is not set: set it to the folder that shall keep the audio, or set Storage:S3:Endpoint.";
    }

    private static IEnumerable<string> SigningKeyFaults(string? key)
    {
        if (key is not { Length: >= MinKeyLength } || key.Distinct().Count() < MinDistinctCharacters)
            yield return $"Storage:SigningKey must be a random secret of at least {MinKeyLength} characters: try `openssl rand -base64 32`.";
    }

    private static IEnumerable<string> KeepingFaults(TimeSpan keepDeleted)
    {
        if (keepDeleted < TimeSpan.Zero || keepDeleted > MostKept)
            yield return $"Storage:KeepDeleted must be between zero and {MostKept.TotalDays:0} days, such as 30.00:00:00.";
    }

    private static IEnumerable<string> LinkFaults(TimeSpan lifetime)
    {
        if (lifetime < TimeSpan.FromSeconds(1) || lifetime > FileLinks.MaxLifetime)
            yield return $"Storage:LinkLifetime must be between a second and {FileLinks.MaxLifetime.TotalDays:0} days, such as 01:00:00.";
    }

    private static IEnumerable<string> S3Faults(S3Options s3)
    {
        if (!IsAddress(s3.Endpoint!)) yield return Address("Endpoint (S3_ENDPOINT)");
        if (!IsEmpty(s3.PublicEndpoint) && !IsAddress(s3.PublicEndpoint!)) yield return Address("PublicEndpoint (S3_PUBLIC_ENDPOINT)");
        if (IsEmpty(s3.AccessKey)) yield return "Storage:S3:AccessKey (S3_ACCESS_KEY) is not set: set it to the S3 server's access key.";
        if (IsEmpty(s3.SecretKey)) yield return "Storage:S3:SecretKey (S3_SECRET_KEY) is not set: set it to the S3 server's secret key.";
        if (IsEmpty(s3.Bucket)) yield return "Storage:S3:Bucket (S3_BUCKET) is empty: set it to a bucket's name, or leave it out.";
        if (IsEmpty(s3.Region)) yield return "Storage:S3:Region (S3_REGION) is empty: set it to the server's region, or leave it out.";
    }

    private static bool IsEmpty(string? value) => string.IsNullOrWhiteSpace(value);

    private static bool IsAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", PathAndQuery: "/" };

    private static string Address(string key) =>
        $"Storage:S3:{key} must be an http:// or https:// address without a path, such as http://localhost:9000.";
}
