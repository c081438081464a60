using System.Text.RegularExpressions;

namespace SoundFoundry.Tests.Web.Language;

/// <summary>The texts that a source says: the literals in the first argument of <c>T[…]</c>, <c>words[…]</c> or <c>say(…)</c>.</summary>
internal static partial class SaidTexts
{
    public static IEnumerable<string> In(string source) => Call().Matches(source).SelectMany(call => FirstArgument(source, call.Index + call.Length));

    private static IEnumerable<string> FirstArgument(string source, int at)
    {
        for (var depth = 0; at < source.Length; at++)
        {
            if (source[at] == '"')
            {
                var literal = Literal().Match(source, at);
                yield return Regex.Unescape(literal.Groups[1].Value);
                at += literal.Length - 1;
            }
            else if (source[at] is '(' or '[') depth++;
            else if (source[at] is ')' or ']' && depth-- == 0) yield break;
            else if (source[at] == ',' && depth == 0) yield break;
        }
    }

    [GeneratedRegex("""(?<![\w".])(?:(?:_?[Tt]|words)\[|say\()""")]
    private static partial Regex Call();

    [GeneratedRegex(@"\G""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Literal();
}
