namespace SoundFoundry.Worker.Inspection;

/// <summary>Takes samples as they pass.</summary>
internal interface ISampleMeter
{
    /// <summary>Where the next samples of each channel go, from <see cref="TruePeak.History"/> on, at most
    /// <see cref="AudioMeter.BlockFrames"/> of them.</summary>
    float[][] Planes { get; }

    /// <summary>How much has passed.</summary>
    double Seconds { get; }

    /// <summary>Takes the first <paramref name="frames"/> of <see cref="Planes"/>; only the last call may be short.</summary>
    void Add(int frames);
}
