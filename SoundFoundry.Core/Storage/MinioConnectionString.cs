using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace SoundFoundry.Core.Storage;

/// <summary>Reads <c>ConnectionStrings:minio</c>, <c>Endpoint=…;AccessKey=…;SecretKey=…[;Bucket=…]</c>, as settings of
/// <see cref="S3Options"/>.</summary>
internal static class MinioConnectionString
{
    private static readonly string[] Names =
        [nameof(S3Options.Endpoint), nameof(S3Options.AccessKey), nameof(S3Options.SecretKey), nameof(S3Options.Bucket)];

    /// <summary>Settings given by their own names win over the connection string.</summary>
    public static void AddMinioConnectionString(this IConfigurationManager configuration)
    {
        if (configuration.GetConnectionString("minio") is not { Length: > 0 } text) return;
        var parts = new DbConnectionStringBuilder { ConnectionString = text };
        var values = Names.Where(parts.ContainsKey)
            .ToDictionary(name => $"{StorageOptions.Section}:S3:{name}", name => parts[name].ToString());
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = values });
    }
}
