namespace SoundFoundry.Worker.Inspection;

/// <summary>What was asked for takes ffmpeg, or a part of it that is not there.</summary>
internal sealed class FfmpegMissingException(string message, Exception? inner = null) : FileNotFoundException(message, inner);
