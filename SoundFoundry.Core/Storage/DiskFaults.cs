namespace SoundFoundry.Core.Storage;

/// <summary>Turns what the operating system says of a disk into what the operator can do about it.</summary>
internal static class DiskFaults
{
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int NoSpaceLeft = 28;
    private static readonly int[] OverQuota = [69, 122]; // macOS, Linux

    /// <summary>Null for what is no fault of the disk's.</summary>
    public static AudioStoreException? Explain(Exception failure, string folder) => failure switch
    {
        IOException { HResult: WindowsDiskFull or NoSpaceLeft } =>
            new($"The disk that holds '{folder}' (Storage:Path) is full. Free some room or move the folder.", failure),
        IOException io when OverQuota.Contains(io.HResult) =>
            new($"The disk quota of '{folder}' (Storage:Path) is used up. Raise it or move the folder.", failure),
        UnauthorizedAccessException =>
            new($"'{folder}' (Storage:Path) cannot be written by this user. Give this user the folder, or set another one.", failure),
        _ => null,
    };
}
