using SoundFoundry.Web.Events;

namespace SoundFoundry.Web.Api;

internal static class ApiClientSetup
{
    private static readonly Uri Address = new("https+http://api");

    public static void AddApiClient(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHttpClient<ApiClient>(http => http.BaseAddress = Address);

        var events = builder.Services.AddHttpClient<JobEvents>(http =>
        {
            http.BaseAddress = Address;
            http.Timeout = Timeout.InfiniteTimeSpan;
        });
#pragma warning disable EXTEXP0001 // an event stream lives for hours and reconnects by itself; the default policy would cut and count it
        events.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
    }
}
