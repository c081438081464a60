using Microsoft.EntityFrameworkCore;
using SoundFoundry.Tests.Stack;
using SoundFoundry.Worker.Sweeping;

namespace SoundFoundry.Tests.Worker.Sweeping;

public sealed class OldAuditTests(EmptySchema schema) : IClassFixture<EmptySchema>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_audit_log_is_kept_as_long_as_it_shall_be_and_no_longer()
    {
        await using var db = schema.Open();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO audit_log (act, at) SELECT 'x.done', now() - make_interval(days => day, secs => 1) FROM generate_series(3000, 0, -1) AS day",
            Cancelled);

        (await db.ForgetAuditAsync(TimeSpan.FromDays(365), Cancelled)).ShouldBe(3001 - 365);

        (await db.AuditLog.CountAsync(Cancelled)).ShouldBe(365);
        (await db.ForgetAuditAsync(TimeSpan.FromDays(365), Cancelled)).ShouldBe(0);
    }
}
