using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Audit;

/// <summary>The audit log as a table for spreadsheets, read page by page: a slow reader holds no connection of the database.</summary>
internal static class AuditTable
{
    public const string ContentType = "text/csv; charset=utf-8";

    private const int Page = 500;
    private const string Header = "id,at,act,actor_id,actor,key_id,subject,address,detail\r\n";

    public static async Task WriteAsync(Stream output, SoundFoundryDb db, AuditChoice choice, CancellationToken cancellationToken)
    {
        var text = new StringBuilder(Header);
        for (var before = long.MaxValue; ;)
        {
            var lines = await db.AuditLines(choice, before).Take(Page).ToListAsync(cancellationToken);
            foreach (var line in lines) text.AppendJoin(',', Cells(line).Select(Cell)).Append("\r\n");
            await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
            if (lines.Count < Page) return;
            text.Clear();
            before = lines[^1].Id;
        }
    }

    private static IEnumerable<string?> Cells(AuditLine line) =>
    [
        Text(line.Id), line.At.ToString("O", CultureInfo.InvariantCulture), line.Act, Text(line.ActorId), line.Actor, Text(line.KeyId),
        line.Subject, line.Address, line.Detail,
    ];

    /// <summary>Quoted, and made plain text where a spreadsheet would take it for a formula: strangers write names and user agents.</summary>
    internal static string Cell(string? text) =>
        string.IsNullOrEmpty(text) ? ""
        : $"\"{(IsFormula(text) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsFormula(string text) => text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text[0] is '\t' or '\r' or '\n';

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
