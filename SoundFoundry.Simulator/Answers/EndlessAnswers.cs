namespace SoundFoundry.Simulator.Answers;

internal static class EndlessAnswers
{
    /// <summary>Breaks off whatever is still being answered when the program is asked to stop: some answers never end.</summary>
    public static void BreakOffEndlessAnswers(this WebApplication app) => app.Use(async (context, next) =>
    {
        await using var stopping = app.Lifetime.ApplicationStopping.Register(context.Abort);
        await next(context);
    });
}
