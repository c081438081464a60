using SoundFoundry.Api.Audit;

namespace SoundFoundry.Tests.Api.Audit;

public sealed class AuditTableTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("user 7", "\"user 7\"")]
    [InlineData("say \"hi\", twice", "\"say \"\"hi\"\", twice\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("  =1+1", "\"'  =1+1\"")]
    [InlineData("\t=1+1", "\"'\t=1+1\"")]
    public void No_cell_is_a_formula_or_breaks_out_of_its_quotes(string? text, string cell) => AuditTable.Cell(text).ShouldBe(cell);
}
