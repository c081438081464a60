using SoundFoundry.Simulator.Answers;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Submits;

/// <summary>How one vendor takes or refuses work.</summary>
internal interface IVendorDesk
{
    Provider Provider { get; }

    /// <summary>The HTTP status work is accepted with.</summary>
    int AcceptedStatus { get; }

    /// <summary>Refuses a missing or wrong key; null when it may order.</summary>
    JsonAnswer? CheckKey(Submission submission);

    /// <summary>Refuses what this vendor looks at before it takes work; null when it takes it.</summary>
    JsonAnswer? CheckOrder(Submission submission);

    /// <summary>The refusal a fault stands for, in the vendor's words.</summary>
    JsonAnswer Refuse(Fault fault, Submission submission);

    JsonAnswer ServerError(int status);

    Render Accept(Submission submission);

    Task<JsonAnswer> AnswerAsync(Render render, Submission submission, CancellationToken cancellationToken);
}
