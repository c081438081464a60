using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.Mail;

/// <summary>Tokens for a new password: good for an hour, and until the password is changed.</summary>
internal sealed class ResetTokens(
    IDataProtectionProvider protection, IOptions<ResetTokenOptions> options, ILogger<DataProtectorTokenProvider<Member>> logger)
    : DataProtectorTokenProvider<Member>(protection, options, logger)
{
    public const string Provider = nameof(ResetTokens);
}
