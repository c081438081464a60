using SoundFoundry.Api.Jobs;

namespace SoundFoundry.Tests.Api.Jobs;

public sealed class ForecastTests
{
    private static readonly RenderTime Usual = new("fal", "some", 1, P50: 20, P90: 60);

    [Theory]
    [InlineData(0, 20, 60)]
    [InlineData(15, 5, 45)]
    [InlineData(30, 0, 30)]
    public void What_is_left_of_a_render_shrinks_as_it_goes_on(double elapsed, double from, double to) =>
        Forecast.OfRunning(Usual, TimeSpan.FromSeconds(elapsed)).ShouldBe(new Forecast(from, to));

    [Fact]
    public void A_render_that_takes_longer_than_nine_in_ten_did_promises_nothing() =>
        Forecast.OfRunning(Usual, TimeSpan.FromSeconds(61)).ShouldBeNull();

    [Theory]
    [InlineData(1, 0, 4, 20, 60)] // a slot is free
    [InlineData(4, 0, 4, 20, 60)]
    [InlineData(1, 4, 4, 25, 75)] // the next of four that end
    [InlineData(4, 4, 4, 40, 120)]
    [InlineData(2, 1, 1, 60, 180)]
    public void Who_waits_waits_for_those_before_as_many_at_once_as_there_are_slots(
        int place, int atWork, int slots, double from, double to) =>
        Forecast.OfWaiting(Usual, place, atWork, slots).ShouldBe(new Forecast(from, to));

    [Fact]
    public void Without_a_worker_nothing_is_promised() => Forecast.OfWaiting(Usual, 1, 0, 0).ShouldBeNull();
}
