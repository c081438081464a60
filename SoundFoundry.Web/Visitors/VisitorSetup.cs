using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using SoundFoundry.ServiceDefaults.Auth;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Visitors;

internal static class VisitorSetup
{
    public static void AddVisitors(this IHostApplicationBuilder builder)
    {
        builder.AddAuthMode();
        builder.Services.AddHttpClient<SessionLookup>(http => http.BaseAddress = ApiClientSetup.Address).AddHttpMessageHandler<ReadyReplicas>();
        builder.Services.AddAuthentication(VisitorAuthentication.Scheme)
            .AddScheme<AuthenticationSchemeOptions, VisitorAuthentication>(VisitorAuthentication.Scheme, null);
        builder.Services.AddAuthorization();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<AuthenticationStateProvider, VisitorState>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Visitor>();
    }
}
