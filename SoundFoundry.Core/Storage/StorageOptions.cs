using System.ComponentModel;

namespace SoundFoundry.Core.Storage;

/// <summary>Where audio is kept, and the key that signs links to it.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    [Description("Folder that keeps the audio when no S3 server is set.")]
    public string? Path { get; set; }

    [Description("Secret of at least 32 characters that signs the links our own service serves.")]
    public string? SigningKey { get; set; }

    [Description("How long a deleted track can be restored; then its audio is removed from the store.")]
    public TimeSpan KeepDeleted { get; set; } = TimeSpan.FromDays(30);

    [Description("How long a signed link to a file works.")]
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromHours(1);

    [Description("The S3 server, if there is one.")]
    public S3Options S3 { get; set; } = new();

    public bool UsesS3 => !string.IsNullOrWhiteSpace(S3.Endpoint);
}
