using System.Text.RegularExpressions;

namespace SoundFoundry.Tests.Security;

/// <summary>What SECURITY.md says is proven has a proof.</summary>
public sealed partial class ThreatTableTests
{
    private static readonly HashSet<string> Classes = [.. typeof(ThreatTableTests).Assembly.GetTypes().Select(type => type.Name)];

    private static readonly string Text = File.ReadAllText(Repository.File("SECURITY.md"));

    [Fact]
    public void Every_test_it_names_exists() =>
        Named().Matches(Text).Select(match => match.Groups[1].Value).Distinct().Where(name => !Classes.Contains(name)).ShouldBeEmpty();

    [Fact]
    public void Every_threat_has_an_answer_and_a_test()
    {
        var rows = Text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains(" | ")).ToList();
        var threats = rows.SkipWhile(row => !row.StartsWith("| threat", StringComparison.Ordinal)).Skip(1).ToList();
        threats.Count.ShouldBeGreaterThan(25);
        threats.Where(row => row.Trim('|').Split(" | ") is not [_, { Length: > 20 }, var proof] || !Named().IsMatch(proof)).ShouldBeEmpty();
    }

    [GeneratedRegex("`([A-Z]\\w+(?:Tests|Conformance))`")]
    private static partial Regex Named();
}
