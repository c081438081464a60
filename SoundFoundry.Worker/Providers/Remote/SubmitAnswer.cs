using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>What became of one submit.</summary>
internal abstract record SubmitAnswer
{
    private SubmitAnswer()
    {
    }

    public sealed record Accepted(RemoteHandle Handle) : SubmitAnswer;

    /// <summary>The provider said no: it is not working on it.</summary>
    public sealed record Refused(Failure Failure) : SubmitAnswer;

    /// <summary>There was no connection; not one byte of the request was sent.</summary>
    public sealed record NotSent(string Reason) : SubmitAnswer;

    /// <summary>Bytes were sent and no answer that can be believed came back: the provider may be working on it.</summary>
    public sealed record Lost(string Reason) : SubmitAnswer;
}
