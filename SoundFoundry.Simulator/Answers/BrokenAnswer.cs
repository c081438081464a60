namespace SoundFoundry.Simulator.Answers;

/// <summary>What a client meets when something between it and the vendor breaks.</summary>
internal static class BrokenAnswer
{
    private const string BadGatewayPage =
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
        + "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

    private const string WelcomePage =
        "<!doctype html><html><head><title>Welcome</title></head><body>Please sign in to this network.</body></html>";

    public static IResult Reset { get; } = new ResetAnswer();

    public static IResult Silence { get; } = new SilentAnswer();

    public static IResult BadGateway { get; } = Results.Content(BadGatewayPage, "text/html", statusCode: StatusCodes.Status502BadGateway);

    /// <summary>What a captive portal or a confused proxy answers: 200, and not the vendor's words.</summary>
    public static IResult Garbage { get; } = Results.Content(WelcomePage, "text/html");

    private sealed class ResetAnswer : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Abort();
            return Task.CompletedTask;
        }
    }
}
