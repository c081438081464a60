using Microsoft.Extensions.Options;

namespace SoundFoundry.Api.Identity;

internal sealed class ValidateAccounts : IValidateOptions<AccountsOptions>
{
    public ValidateOptionsResult Validate(string? name, AccountsOptions options) =>
        !Enum.IsDefined(options.Registration)
            ? ValidateOptionsResult.Fail($"Accounts:Registration is \"{options.Registration}\". Set Invite or Open.")
        : !IsAddress(options.PagesUrl)
            ? ValidateOptionsResult.Fail($"Accounts:PagesUrl is \"{options.PagesUrl}\". Set where people open the pages, such as https://music.example.org.")
        : !string.IsNullOrWhiteSpace(options.BreachedPasswords) && !IsAddress(options.BreachedPasswords)
            ? ValidateOptionsResult.Fail($"Accounts:BreachedPasswords is \"{options.BreachedPasswords}\". Set an http address, or nothing.")
        : ValidateOptionsResult.Success;

    private static bool IsAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");
}
