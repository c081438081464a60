using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.Mail;

internal static class MailSetup
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, ValidateMail>();
        services.AddSingleton<Postbox>();
        services.AddScoped<Letters>();
        services.AddHostedService<Postman>();
        services.AddOptions<IdentityOptions>().Configure<IOptions<MailOptions>>((identity, mail) =>
        {
            identity.SignIn.RequireConfirmedEmail = mail.Value.IsOn;
            identity.Tokens.PasswordResetTokenProvider = ResetTokens.Provider;
        });
        services.Configure<DataProtectionTokenProviderOptions>(confirmation => confirmation.TokenLifespan = TimeSpan.FromHours(24));
    }

    public static IdentityBuilder AddResetTokens(this IdentityBuilder identity) => identity.AddTokenProvider<ResetTokens>(ResetTokens.Provider);
}
