namespace SoundFoundry.Web.Proxy;

internal static class ConnectFailure
{
    /// <summary>Whether a call ended before a byte of it was sent, so that it may be made elsewhere, whatever its method.</summary>
    public static bool IsConnectFailure(this Exception? failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };
}
