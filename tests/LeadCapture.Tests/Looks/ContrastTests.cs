using LeadCapture.Forms;
using LeadCapture.Forms.Themes;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Looks;

/// Nobody publishes what nobody can read, and what is offered in its place is the nearest that helps.
public class ContrastTests
{
    private const double Least = 4.5;

    /// A screen has no color between two that are this close.
    private const double OneLevel = 1 / 255.0;

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.478)]
    [InlineData("#0000ff", "#ffffff", 8.592)]
    [InlineData("#ff0000", "#00ff00", 2.914)]
    public void Contrast_is_that_of_WCAG(string one, string other, double contrast)
    {
        Assert.Equal(contrast, Color.Parse(one).ContrastTo(Color.Parse(other)), 0.001);
        Assert.Equal(contrast, Wcag.Contrast(one, other), 0.001);
    }

    /// What the guard says of ten thousand looks, measured in the style sheets that visitors get.
    [Fact]
    public void What_is_offered_can_be_read_and_is_no_farther_away_than_needed()
    {
        var dice = new Random(20261127);
        var (refused, offered) = (0, 0);
        for (var round = 0; round < 10_000; round++)
        {
            var theme = Thrown(dice, round);
            var problems = ContrastGuard.ProblemsOf(theme);
            Assert.True(problems.Count == 0 == (Wcag.Lowest(LookStyle.Of(theme)) >= Least), $"{theme}: {problems.Count} problems");
            foreach (var problem in problems)
            {
                refused++;
                if (problem.Instead is not { } color)
                {
                    if (round % 20 == 0)
                        NoShadePasses(theme, problem);
                    continue;
                }
                offered++;
                Assert.DoesNotContain(ContrastGuard.ProblemsOf(theme.With(problem.Of, color)), left => left.Of == problem.Of);
                NothingNearerPasses(theme, problem, color, all: round % 20 == 0);
            }
        }
        Assert.InRange(refused, 5000, 15_000);
        Assert.InRange((double)offered, refused * 0.85, refused);
    }

    [Fact]
    public void A_form_that_takes_what_is_offered_can_be_published()
    {
        var dice = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var theme = Thrown(dice, round);
            for (var steps = 0; ContrastGuard.ProblemsOf(theme).FirstOrDefault(one => one.Instead is not null) is { } problem; steps++)
            {
                Assert.True(steps < 6, $"{theme} goes round in circles");
                theme = theme.With(problem.Of, problem.Instead!.Value);
            }
        }
    }

    [Fact]
    public void The_look_that_comes_with_the_program_can_be_read() =>
        Assert.InRange(Wcag.Lowest(LookStyle.Of(new())), Least, 21);

    [Theory]
    [InlineData("#ffd400", null, null, "theme.accent")]
    [InlineData(null, "#808080", null, "theme.background")]
    [InlineData(null, null, "#999999", "theme.text")]
    [InlineData(null, "#102030", "#203040", "theme.text")]
    public void A_problem_names_its_color_and_offers_another(string? accent, string? background, string? text, string place)
    {
        var form = StarterForms.All[0].Definition with { Theme = new() { Accent = accent, Background = background, Text = text } };

        var problem = Assert.Single(FormDefinitionRules.ProblemsOf(form));

        Assert.Equal(place, problem.Place);
        Assert.Matches(@"^The contrast is \d\.\d:1\. Texts can be read from 4\.5:1\. Use #[0-9a-f]{6} instead$", problem.Problem);
    }

    [Theory]
    [InlineData("theme.accent", "red")]
    [InlineData("theme.background", "#fff")]
    [InlineData("theme.text", "#12345g")]
    [InlineData("theme.logo", "../../etc/passwd")]
    [InlineData("theme.cover", "ABC")]
    public void What_is_no_color_and_no_picture_is_named(string place, string value)
    {
        var theme = place switch
        {
            "theme.accent" => new Theme { Accent = value },
            "theme.background" => new Theme { Background = value },
            "theme.text" => new Theme { Text = value },
            "theme.logo" => new Theme { Logo = value },
            _ => new Theme { Cover = value },
        };

        var problem = Assert.Single(FormDefinitionRules.ProblemsOf(StarterForms.All[0].Definition with { Theme = theme }));

        Assert.Equal(place, problem.Place);
        // What is no color is passed over where it is shown all the same.
        Assert.Equal(LookStyle.Of(new()), LookStyle.Of(theme));
    }

    /// Colors of all kinds: one, two or three of them chosen.
    private static Theme Thrown(Random dice, int round) => new()
    {
        Accent = round % 4 == 3 ? null : AnyColor(dice),
        Background = round % 2 == 0 ? null : AnyColor(dice),
        Text = round % 3 == 0 ? AnyColor(dice) : null,
    };

    private static string AnyColor(Random dice) => $"#{dice.Next(0x1000000):x6}";

    private static void NoShadePasses(Theme theme, Contrast problem)
    {
        for (var lightness = 0.0; lightness <= 1; lightness += 4 * OneLevel)
            Assert.False(ContrastGuard.Of(theme.With(problem.Of, Palette.At(Color.Parse(theme.Chosen(problem.Of)!), lightness)), problem.Of).Passes);
    }

    private static void NothingNearerPasses(Theme theme, Contrast problem, Color offered, bool all)
    {
        var chosen = Color.Parse(theme.Chosen(problem.Of)!);
        var own = Oklab.Of(chosen).Lightness;
        var distance = Math.Abs(Oklab.Of(offered).Lightness - own) - OneLevel;
        for (var nearer = all ? OneLevel : Math.Max(OneLevel, distance - OneLevel); nearer < distance; nearer += OneLevel)
            foreach (var lightness in (double[])[own - nearer, own + nearer])
                if (lightness is > 0 and < 1)
                    Assert.False(ContrastGuard.Of(theme.With(problem.Of, Palette.At(chosen, lightness)), problem.Of).Passes,
                        $"{theme}: {problem.Name} passes {nearer} away, and {offered} was offered");
    }
}
