global using static System.Globalization.CultureInfo;
