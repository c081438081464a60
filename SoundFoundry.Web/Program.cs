using SoundFoundry.ServiceDefaults;
using SoundFoundry.ServiceDefaults.Connections;
using SoundFoundry.ServiceDefaults.Walls;
using SoundFoundry.Web;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Proxy;
using SoundFoundry.Web.Security;
using SoundFoundry.Web.Visitors;

// Settings and assets lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.AddServiceDefaults();
builder.AddLocalWalls();
builder.AddConnectionLimits();
builder.AddPageLimit();
builder.AddSecurityHeaders();
builder.AddSharedDataProtection();
builder.AddApiProxy();
builder.AddApiClient();
builder.AddVisitors();
builder.AddPages();

var app = builder.Build();
app.UseSecurityHeaders();
app.UseLocalWalls();
app.UseRateLimiter();
app.UseMiddleware<CircuitLimit>();
app.UsePagesForErrors();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapDefaultEndpoints();
app.MapStaticAssets();
app.MapApiProxy();
app.MapPages();
app.Run();
