using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Account.Credits;

internal static class CreditCalls
{
    private const int PageSize = 50;

    public static Task<Answer<CreditBalance>> BalanceAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<CreditBalance>("read balance", "/api/credits", cancellationToken);

    /// <param name="cursor">Where the page before ended; null for the newest.</param>
    public static Task<Answer<LedgerPage>> LedgerAsync(this ApiClient api, string? cursor, CancellationToken cancellationToken)
    {
        var query = QueryString.Create("limit", $"{PageSize}");
        if (cursor is not null) query = query.Add("cursor", cursor);
        return api.GetAsync<LedgerPage>("read ledger", $"/api/credits/ledger{query}", cancellationToken);
    }
}
