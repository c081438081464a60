using System.Text;
using SoundFoundry.Bench.Fuzzing.Contract;

namespace SoundFoundry.Bench.Fuzzing.Requests;

/// <summary>A request, byte for byte.</summary>
/// <param name="IsItsOwn">Whether it goes to that operation, by its method and its path.</param>
/// <param name="IsHttp">Whether it is an HTTP request at all; what is none may be refused without a word.</param>
/// <param name="IsCut">Whether its client leaves before it is whole.</param>
internal sealed record FuzzRequest(int Number, Operation Operation, string Method, bool IsItsOwn, bool IsHttp, bool IsCut, byte[] Bytes)
{
    private const int Shown = 700;

    /// <summary>Enough of it to see what it does.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        foreach (var sign in Encoding.Latin1.GetString(Bytes, 0, Math.Min(Shown, Bytes.Length)))
            text.Append(sign is '\n' or (>= ' ' and <= '~') ? sign : sign == '\r' ? "" : $"\\x{(int)sign:x2}");
        return Bytes.Length > Shown ? $"{text}… ({Bytes.Length} bytes)" : text.ToString();
    }
}
