using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Audit;
using SoundFoundry.Core.Users;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Audit;

public sealed class AuditTests(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly RunningStack _stack = new(postgres);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _stack.StartApiAsync(CancellationToken.None);

    [Fact]
    public async Task The_operator_reads_who_did_what_by_noun_by_actor_and_page_by_page()
    {
        await WriteAsync("session.created", 2, 3);
        await WriteAsync("session.revoked", 2, 1);
        await WriteAsync("sessions.counted", User.LocalOwnerId, 1);

        var page = await _stack.Client.GetAsJsonAsync("/api/admin/audit?act=session&limit=3");
        var rest = await _stack.Client.GetAsJsonAsync(
            $"/api/admin/audit?act=session&cursor={Uri.EscapeDataString(page.GetProperty("next_cursor").GetString()!)}");
        var owners = await _stack.Client.GetAsJsonAsync("/api/admin/audit?actor=1");
        using var strange = await _stack.Client.GetAsync("/api/admin/audit?cursor=x", Cancelled);

        Acts(page).ShouldBe(["session.revoked", "session.created", "session.created"]);
        Acts(rest).ShouldBe(["session.created"]);
        Acts(owners).ShouldBe(["sessions.counted"]);
        owners.GetProperty("entries")[0].GetProperty("actor").GetString().ShouldBe("local");
        strange.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_whole_log_is_taken_along_as_a_table_and_that_is_an_act_too()
    {
        await WriteAsync("session.created", User.LocalOwnerId, 1_200);

        using var answer = await _stack.Client.GetAsync("/api/admin/audit.csv", Cancelled);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("audit.csv");
        var lines = (await answer.Content.ReadAsStringAsync(Cancelled)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(1 + 1 + 1_200);
        lines[0].ShouldBe("id,at,act,actor_id,actor,key_id,subject,address,detail");
        lines[1].ShouldContain("\"audit.exported\",\"1\",\"local\"");
        lines.Skip(2).Select(line => line.Split(',')[^1]).Distinct().ShouldBe(["\"'=1+1\""]);
        lines.Skip(1).Select(line => line.Split(',')[0]).ShouldBeUnique();
    }

    private Task<int> WriteAsync(string act, long actor, int times) => _stack.WithDbAsync(db =>
    {
        db.AuditLog.AddRange(Enumerable.Range(0, times).Select(_ => new AuditEntry { Act = act, ActorId = actor, Detail = "=1+1" }));
        return db.SaveChangesAsync(Cancelled);
    });

    private static IEnumerable<string?> Acts(JsonElement page) =>
        page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("act").GetString());

    public ValueTask DisposeAsync() => _stack.DisposeAsync();
}
