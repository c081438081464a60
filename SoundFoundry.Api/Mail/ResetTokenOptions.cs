using Microsoft.AspNetCore.Identity;

namespace SoundFoundry.Api.Mail;

internal sealed class ResetTokenOptions : DataProtectionTokenProviderOptions
{
    public ResetTokenOptions() => (Name, TokenLifespan) = (ResetTokens.Provider, TimeSpan.FromHours(1));
}
