namespace SoundFoundry.Simulator.Submits;

internal enum SubmitOutcome
{
    /// <summary>Work was started and the client told.</summary>
    Accepted,

    /// <summary>Work was started and the client was not told.</summary>
    AnswerLost,

    /// <summary>Nothing was started, and the client was told so.</summary>
    Refused,

    /// <summary>Nothing was started, and the client can't know.</summary>
    NotAccepted,
}
