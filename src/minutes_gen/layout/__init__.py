"""How a paper looks: house styles, and the composed Document."""
