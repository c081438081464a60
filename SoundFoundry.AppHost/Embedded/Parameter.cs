namespace SoundFoundry.AppHost.Embedded;

/// <summary>A value that services get in their environment.</summary>
internal sealed record Parameter(Func<DataFolder, string> Value);

/// <summary>How a generated value looks: letters and digits, at least so many.</summary>
internal sealed class GenerateParameterDefault
{
    public int MinLength { get; init; } = 22;

    /// <summary>Must be false: generated values hold no character that a connection string or a shell would need quoted.</summary>
    public bool Special { get; init; }
}

internal static class Parameters
{
    public static Parameter AddParameter(this DistributedApplicationBuilder builder, string name, string value, bool secret) => new(_ => value);

    /// <summary>A value that is made once and then kept beside the data, readable by its owner only.</summary>
    public static Parameter AddParameter(
        this DistributedApplicationBuilder builder, string name, GenerateParameterDefault value, bool secret, bool persist) =>
        secret && persist && !value.Special
            ? new Parameter(data => data.Secret(name, value.MinLength))
            : throw new NotSupportedException("Here a generated value is always secret, always kept, and has letters and digits only.");
}
