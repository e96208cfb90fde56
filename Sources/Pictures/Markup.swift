import Canvas

/// Returns `text`, made visible, as text or an attribute of XML and HTML.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in visible(text).unicodeScalars { result += escaped(scalar) }
  return result
}

/// Returns one character of a canvas as text or an attribute of XML and HTML.
func escaped(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "&": "&amp;"
  case "<": "&lt;"
  case ">": "&gt;"
  case "\"": "&quot;"
  case "'": "&#39;"
  default: String(Character(scalar))
  }
}

/// Fonts in which every character is as wide as the others, on most systems.
let fonts =
  "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', "
  + "'Liberation Mono', monospace"
