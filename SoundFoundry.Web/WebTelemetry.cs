using System.Diagnostics;

namespace SoundFoundry.Web;

internal static class WebTelemetry
{
    private static readonly ActivitySource Source = new("SoundFoundry.Web");

    /// <summary>Begins the trace of one thing a person did. A root of its own, since the request around it is the circuit's
    /// web socket, which lasts as long as the page is open.</summary>
    public static Activity? StartClick(string action)
    {
        Activity.Current = null;
        return Source.StartActivity(action, ActivityKind.Internal);
    }
}
