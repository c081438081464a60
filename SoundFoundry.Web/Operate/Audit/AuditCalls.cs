using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Operate.Audit;

internal static class AuditCalls
{
    private const int PageSize = 50;

    /// <param name="cursor">Where the page before ended; null for the newest.</param>
    public static Task<Answer<AuditPage>> AuditAsync(this ApiClient api, AuditFilter filter, string? cursor, CancellationToken cancellationToken)
    {
        var query = filter.Query.Add("limit", $"{PageSize}");
        if (cursor is not null) query = query.Add("cursor", cursor);
        return api.GetAsync<AuditPage>("read audit log", $"/api/admin/audit{query}", cancellationToken);
    }
}
