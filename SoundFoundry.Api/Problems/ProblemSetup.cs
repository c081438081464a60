namespace SoundFoundry.Api.Problems;

/// <summary>Every answer that is not a success is <c>application/problem+json</c> with a <c>code</c>.</summary>
internal static class ProblemSetup
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
        {
            var isValidation = context.ProblemDetails is HttpValidationProblemDetails;
            var fallback = isValidation ? ProblemCodes.Validation : ProblemCodes.ForStatus(context.HttpContext.Response.StatusCode);
            context.ProblemDetails.Extensions.TryAdd("code", fallback);
            if (isValidation) context.ProblemDetails.Title = Problem.FieldsTitle;
            ProblemLanguage.Translate(context.HttpContext, context.ProblemDetails);
            if (context.ProblemDetails.Extensions["code"] is ProblemCodes.Draining)
                context.HttpContext.Response.Headers.RetryAfter = Problem.DrainingRetryAfter;
        });
        services.AddSingleton<IProblemDetailsWriter, UnaskedProblemWriter>();
        services.AddExceptionHandler<BadRequestProblems>();
        services.AddExceptionHandler<DatabaseProblems>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }
}
