namespace LeadCapture.Forms.Themes;

/// What a picture is for. The number is how many pixels it needs, for screens with two to a point.
public enum PictureUse
{
    Logo = 640,
    Card = 1280,
    Cover = 1600,
    Screen = 2560,
}
