using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Models;

namespace SoundFoundry.Tests.Core.Credits;

public sealed class ChargeTests
{
    [Theory]
    [InlineData(5, 3, 3)]
    [InlineData(3, 3, 3)]
    [InlineData(2, 50, 2)]
    public void A_render_costs_what_its_model_costs_and_no_more_than_was_quoted(int quote, int price, int charge) =>
        Charge.Of(quote, new MusicModel { Provider = "fal", Name = "some", Price = new PriceRule { Credits = price } }, 30).ShouldBe(charge);
}
