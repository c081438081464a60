using SoundFoundry.Api;
using SoundFoundry.Api.Attempts;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Credits;
using SoundFoundry.Api.Dispatch;
using SoundFoundry.Api.Events;
using SoundFoundry.Api.Export;
using SoundFoundry.Api.External;
using SoundFoundry.Api.Files;
using SoundFoundry.Api.Health;
using SoundFoundry.Api.Hooks;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Jobs;
using SoundFoundry.Api.Keys;
using SoundFoundry.Api.LateResults;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Me;
using SoundFoundry.Api.Migrate;
using SoundFoundry.Api.Passkeys;
using SoundFoundry.Api.Playlists;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Providers;
using SoundFoundry.Api.Renditions;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Api.Shares;
using SoundFoundry.Api.SignIn;
using SoundFoundry.Api.Tracks;
using SoundFoundry.Api.Users;
using SoundFoundry.Api.Webhooks;
using SoundFoundry.Api.Workers;
using SoundFoundry.ServiceDefaults;
using SoundFoundry.ServiceDefaults.Auth;
using SoundFoundry.ServiceDefaults.Walls;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
var mode = builder.AddApi();

var app = builder.Build();
if (args.Contains(MigrateCommand.Argument)) return await MigrateCommand.RunAsync(app.Services, app.Lifetime.ApplicationStopping);

app.UseAnswerHeaders();
app.UseProblems();
app.UseLocalWalls();
app.UseCors();
app.UseRequestTimeouts();
app.UseAddressLimits();
app.UseAuthentication();
app.UseUserLimits();
app.UseAuthorization();
app.MapDefaultEndpoints();
app.MapApiDocument();
app.MapApiHealth();

var api = app.MapGroup("/api").RequireAuthorization(Access.User);
api.MapTracks();
api.MapTrackAudio();
api.MapCovers();
api.MapLateResults();
api.MapAttempts();
api.MapPlaylists();
api.MapShares();
api.MapJobs();
api.MapEvents();
api.MapProviders();
api.MapMe();
api.MapKeys();
api.MapCredits();
api.MapWebhooks();
api.MapExport();

var admin = app.MapGroup("/api/admin").RequireAuthorization(Access.Operator).WithTags("Operator");
admin.MapQueue();
admin.MapWorkers();
admin.MapProviderDesk();
admin.MapCreditDesk();
admin.MapAudit();

app.MapFiles();
app.MapPublicShares();
app.MapAuthReport();
if (mode == AuthMode.Accounts)
{
    app.MapSignIn();
    app.MapRecovery();
    api.MapSessions();
    api.MapPassword();
    app.MapPasskeySignIn();
    app.MapExternalSignIn();
    api.MapLogins();
    api.MapLeaving();
    admin.MapUsers();
    admin.MapInvitations();
    api.MapPasskeys();
}

app.MapHooks();

await app.RunAsync();
return 0;
